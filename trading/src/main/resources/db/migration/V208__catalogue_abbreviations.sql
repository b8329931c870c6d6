-- Room: catalogue. How requisitions abbreviate: clipped words of industry, and materials by their short names.
alter table search_synonym no force row level security;
insert into search_synonym (id, words)
select gen_random_uuid(), string_to_array(line, ',') from unnest(array[
  '轴承,bearing,brg', '阀门,阀,valve,vlv', '法兰,flange,flg', '螺杆,threaded rod,thrd rod,thd rod', '垫圈,washer,wshr', '螺栓,bolt,blt', '螺钉,screw,scr', '内六角螺钉,socket head screw,shcs,socket cap screw',
  '软管,hose,hse', '液压,hydraulic,hyd', '控制,control,ctrl', '辅助,auxiliary,aux', '接近,proximity,prox', '断路器,circuit breaker,mcb,mccb', '离心,centrifugal,centrif', '压缩,compression,comp',
  '联轴器,coupling,cplg,联轴节', '纸箱,carton,ctn', '三相,three-phase,three phase,3ph,3-phase', '无缝,seamless,smls', 'deep groove,深沟球,dgbb,深沟', '不锈钢,stainless steel,ss,sus,ss304,sus304,ss316,sus316,s/s', '碳钢,carbon steel,cs',
  '黄铜,brass,brs', '铝合金,aluminium,alu,al', '铸铁,cast iron,ci', '尼龙,nylon,pa,pa6,pa66', '镀锌,galvanized,galv,zp', 'o-ring,O型圈,oring', 'v-belt,三角带,vee belt,三角皮带,v带', '麻花钻头,twist drill,麻花钻', '压缩弹簧,compression spring,压簧',
  '滚子链条,roller chain,滚子链', '风机,fan,blower,风扇', '光电,photoelectric,photo', '铣刀,end mill,endmill', '十字槽,cross recessed,十字,phillips', '缠绕膜,stretch film,stretch wrap', '焊接,welded,weld,welding', '防护,protective,劳保']) line;
alter table search_synonym force row level security;

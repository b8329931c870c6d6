-- Room: catalogue. Words of industry that mean the same; an installation adds its own.
alter table search_synonym no force row level security;
insert into search_synonym (id, words)
select gen_random_uuid(), string_to_array(line, ',') from unnest(array[
  '螺栓,bolt', '螺钉,螺丝,螺丝钉,screw', '螺母,螺帽,nut', '垫圈,垫片,华司,washer', '六角,外六角,hex,hexagon,hexagonal', '内六角,socket,allen,hex socket', '螺杆,丝杆,牙条,threaded rod,stud bolt',
  '轴承,bearing,轴瓦', '深沟球,deep groove', '圆锥滚子,锥形滚子,tapered roller,taper roller', '油封,oil seal,shaft seal,旋转轴封', 'O型圈,O形圈,o-ring,o ring', '密封圈,密封件,seal,gasket',
  '阀门,阀,valve', '球阀,ball valve', '闸阀,gate valve', '蝶阀,butterfly valve', '法兰,法兰盘,flange', '弯头,elbow,bend', '钢管,管子,steel pipe,steel tube', '软管,胶管,hose',
  '电缆,电线,线缆,cable', '接触器,contactor', '断路器,空气开关,空开,circuit breaker,breaker', '继电器,relay', '传感器,感应器,sensor', '接近开关,接近传感器,proximity switch,proximity sensor', '光电,photoelectric',
  '电机,马达,电动机,motor', '减速机,减速器,齿轮箱,gearbox,gear reducer,speed reducer', '水泵,泵,pump', '离心泵,centrifugal pump', '风机,风扇,fan,blower', '链条,chain', '三角带,V带,v-belt,v belt,皮带', '联轴器,coupling', '弹簧,spring',
  '钻头,drill bit,drill', '铣刀,milling cutter,end mill', '丝锥,丝攻,tap', '砂轮,grinding wheel', '手套,glove', '安全帽,头盔,safety helmet,hard hat', '纸箱,carton,cardboard box', '胶带,胶布,tape,adhesive tape', '缠绕膜,拉伸膜,stretch film', '润滑脂,黄油,grease',
  '不锈钢,stainless steel,stainless,inox', '碳钢,carbon steel', '黄铜,brass', '铸铁,cast iron', '丁腈橡胶,丁腈,nbr,nitrile', '氟橡胶,fkm,viton', '硅胶,silicone', '铝合金,铝,aluminium,aluminum', '尼龙,nylon', '镀锌,zinc plated,galvanized,galvanised', '铜,copper',
  '扳手,wrench,spanner', '气缸,cylinder', '过滤器,滤芯,filter', '开关,switch', '导轨,guide rail,linear guide', '模具,mould,mold', '塑料,plastic', '防水,waterproof']) line;
alter table search_synonym force row level security;
